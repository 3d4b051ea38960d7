import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

// The import table of ARCHITECTURE.md, from the other side: each line is an import that must be refused, written into a file that exists.
const root = path.resolve(import.meta.dirname, '../../..');
const refused: readonly (readonly [string, string, string])[] = [
  ['shared/rules/evaluate.ts', "import '../report/binder-model.ts';", 'rules do not print'],
  ['shared/model/person.ts', "import '../../renderer/db/commit.ts';", 'shared imports only itself'],
  ['shared/report/checklist.ts', "import '../pdf/canvas.ts';", 'a report does not draw'],
  ['electron/window.ts', "import '../renderer/ui/navigate.ts';", 'main never imports the page'],
  ['electron/window.ts', "import { ipcMain } from 'electron'; ipcMain.emit('x');", 'raw ipcMain'],
  ['electron/cli/main.ts', "import { app } from 'electron'; app.quit();", 'the command line runs without Electron'],
  ['renderer/ui/navigate.ts', "import '../session/session.tsx';", 'ui has no domain'],
  ['renderer/features/matrix/matrix-page.tsx', "import '../today/today-page.tsx';", 'features do not import each other'],
  ['renderer/features/matrix/matrix-page.tsx', "import '../../app/routes.ts';", 'nothing imports app'],
  ['renderer/features/matrix/matrix-page.tsx', "import Dexie from 'dexie'; new Dexie('x');", 'only db knows Dexie'],
  ['shared/civil-date.ts', 'export const now = (): number => Date.now();', 'the clock is an argument'],
];

describe('the layers hold', () => {
  // Import zones need no types, and without them a file is linted in milliseconds.
  const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
  test.each(refused)('%s may not contain %s (%s)', async (file, code) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
    const rules = (result?.messages ?? []).map((message) => message.ruleId);
    expect(rules.some((rule) => rule === 'import-x/no-restricted-paths' || rule === 'no-restricted-imports' || rule === 'no-restricted-properties')).toBe(true);
  }, 30_000);
});
