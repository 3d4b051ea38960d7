import { describe, expect, it } from 'vitest';
import { contract } from '../../../shared/ipc/contract.ts';

describe('arguments of a user', () => {
  const user = { id: 'u1', name: 'Odalys', roles: ['hr'], medical: false, administrator: true };

  it('are refused where roles are bytes: parsing answers, it does not throw', () => {
    const { args } = contract['vault-put-user'];
    expect(args.safeParse({ user }).success).toBe(true);
    expect(args.safeParse({ user: { ...user, roles: new Uint8Array(3) } }).success).toBe(false);
  });
});
