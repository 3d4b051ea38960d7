import type { AgencyDatabase } from './agency-database.ts';
import type { RecordWrite } from './commit.ts';

/** Takes away the copies kept for an undo of which `holds` is true; those commits can no longer be undone. Call it inside a transaction over every table. */
export async function forgetCopies(db: AgencyDatabase, holds: (copies: readonly RecordWrite[]) => boolean): Promise<void> {
  const gone = (await db.imports.toArray()).filter(({ seq, body }) => holds(db.codec.open('imports', `${seq}`, body) as readonly RecordWrite[])).map(({ seq }) => seq);
  await db.imports.bulkDelete(gone);
}
