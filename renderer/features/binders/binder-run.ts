import { createPrintRunner } from '../../session/print-run.ts';

/** The binders being made, which go on while other screens are looked at. */
export const binderRunner = createPrintRunner('Binders', { one: 'binder', many: 'binders' });
