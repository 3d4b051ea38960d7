import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import type { ExportTable } from '../../shared/export-table.ts';
import type { ChannelArgs, ChannelResult } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/result.ts';
import { openMail, printPage, saveFile, savePagePdf } from '../platform/desktop.ts';
import { saveTable } from '../platform/save-table.ts';
import { commitErrorWords } from './commit-words.ts';
import { useSession } from './session.tsx';

/**
 * What takes something of the agency out of Muster. `what` completes the sentence of the log: "the matrix as of 19 Mar 2026". Whoever has no
 * right to take anything along is told so, and nothing leaves: the answer is that of a closed dialog.
 */
export type TakeAway = {
  readonly saveFile: (args: ChannelArgs<'save-file'>, what: string) => Promise<ChannelResult<'save-file'>>;
  readonly saveTable: (table: ExportTable, format: 'csv' | 'xlsx', name: string, what: string) => Promise<ChannelResult<'save-file'>>;
  readonly savePagePdf: (args: ChannelArgs<'save-page-pdf'>, what: string) => Promise<ChannelResult<'save-page-pdf'>>;
  readonly printPage: (what: string) => Promise<ChannelResult<'print-page'>>;
  readonly openMail: (args: ChannelArgs<'open-mail'>, what: string) => Promise<ChannelResult<'open-mail'>>;
};

/** The ways out of Muster, each of which leaves an entry in the log. The screens have no others: lint refuses them. */
export function useTakeAway(): TakeAway {
  const { can, logEvent } = useSession();
  return useMemo(() => {
    const mayLeave = (): boolean => {
      if (can('export')) return true;
      notifications.show({ color: 'red', title: 'Nothing left Muster', message: 'An auditor looks and takes nothing along. Ask HR or compliance for the file.', autoClose: 8000 });
      return false;
    };
    const log = async (said: string): Promise<void> => {
      const logged = await logEvent('export', said);
      if (!logged.ok) notifications.show({ color: 'red', title: 'This is not in the log', message: `It is done, but its entry could not be written. ${commitErrorWords(logged.error)}`, autoClose: false });
    };
    const saved = async <Value extends { readonly name: string } | null>(result: ChannelResultOf<Value>, what: string): Promise<ChannelResultOf<Value>> => {
      if (result.ok && result.value !== null) await log(`Exported ${what}: ${result.value.name}`);
      return result;
    };
    return {
      saveFile: async (args, what) => (mayLeave() ? saved(await saveFile(args), what) : ok(null)),
      saveTable: async (table, format, name, what) => (mayLeave() ? saved(await saveTable(table, format, name), what) : ok(null)),
      savePagePdf: async (args, what) => (mayLeave() ? saved(await savePagePdf(args), what) : ok(null)),
      printPage: async (what) => {
        if (!mayLeave()) return ok({ printed: false });
        const result = await printPage();
        if (result.ok && result.value.printed) await log(`Printed ${what}`);
        return result;
      },
      openMail: async (args, what) => {
        if (!mayLeave()) return ok({});
        const result = await openMail(args);
        if (result.ok) await log(`Handed ${what} to the mail program`);
        return result;
      },
    };
  }, [can, logEvent]);
}

type ChannelResultOf<Value> = { readonly ok: true; readonly value: Value } | Extract<ChannelResult<'save-file'>, { readonly ok: false }>;
