import { describe, expect, it } from 'vitest';
import { connectionColumns, connectionTable, momentWords, outcomeWords } from '../../../renderer/features/settings/network-log.ts';
import { connectionOutcomes, type Connection } from '../../../shared/ipc/connection.ts';

const line: Connection = {
  at: '2026-03-20T03:05:09Z', address: 'https://example.org/list.csv', why: { list: 'oig-leie', attempt: 2, attempts: 3 }, outcome: 'taken', status: 200, bytes: 15_468_470, milliseconds: 3_210,
  sha256: 'a'.repeat(64),
};

describe('the log of connections on the screen', () => {
  it('tells each line in the agency’s own time', () => {
    expect(momentWords(line.at, 'America/Chicago')).toBe('19 Mar 2026, 22:05');
    expect(connectionColumns('America/Chicago').map((column) => column.text(line))).toEqual([
      '19 Mar 2026, 22:05', 'The list came', '15,468,470', '3.2 s', 'OIG LEIE, at your request, try 2 of 3', 'https://example.org/list.csv', 'a'.repeat(64),
    ]);
    expect(momentWords('2026-03-20T05:00:00Z', 'America/Chicago')).toBe('20 Mar 2026, 00:00');
  });

  it('has words of its own for every outcome', () => {
    const words = connectionOutcomes.map((outcome) => outcomeWords({ ...line, outcome }));
    expect(new Set(words).size).toBe(connectionOutcomes.length);
    expect(outcomeWords({ ...line, outcome: 'status', status: 503 })).toBe('The site answered 503');
    expect(outcomeWords({ ...line, outcome: 'unreachable', code: 'ERR_NAME_NOT_RESOLVED' })).toBe('Not reached (ERR_NAME_NOT_RESOLVED)');
    expect(outcomeWords({ ...line, outcome: 'not-the-list', code: 'html' })).toBe('A web page came, not used');
  });

  it('leaves the app to the byte, one cell a head', () => {
    const { sha256: _none, status: _no, ...short } = line;
    const table = connectionTable([line, short]);
    expect(table.rows.map((row) => row.length)).toEqual([table.heads.length, table.heads.length]);
    expect(table.rows[0]).toEqual(['2026-03-20T03:05:09Z', 'https://example.org/list.csv', 'oig-leie', '2', '3', 'taken', '', '200', '15468470', '3210', 'a'.repeat(64)]);
  });
});
