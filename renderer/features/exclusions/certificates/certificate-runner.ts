import { createPrintRunner } from '../../../session/print-run.ts';

/** The certificates being made, which go on while other screens are looked at. */
export const certificateRunner = createPrintRunner('Certificates', { one: 'certificate', many: 'certificates' });
