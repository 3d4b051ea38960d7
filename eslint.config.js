import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';

// The layers of the house (ARCHITECTURE.md, "Layers"): each line says what a folder may not import. Everything here is an error.
const zones = [
  { target: './shared', from: './', except: ['./shared', './node_modules'], message: 'shared is pure: it imports only itself and named pure libraries.' },
  { target: './shared/rules', from: ['screening', 'agency', 'agenda', 'report', 'pdf', 'import', 'demo'].map((folder) => `./shared/${folder}`), message: 'rules import model and helpers only.' },
  { target: './shared/screening', from: ['rules', 'agency', 'agenda', 'report', 'pdf', 'demo'].map((folder) => `./shared/${folder}`), message: 'Screening knows the model and how a table is read, not who owes what.' },
  { target: './shared/report', from: './shared/pdf', message: 'A report is a plain model; drawing it is pdf.' },
  { target: './shared/agenda', from: ['./shared/report', './shared/pdf'], message: 'The agenda does not print.' },
  { target: './electron', from: './renderer', message: 'The main process never imports the page.' },
  { target: './renderer', from: './electron', message: 'The page reaches the main process through platform/desktop.ts only.' },
  { target: ['db', 'features', 'platform', 'session', 'ui', 'viewer', 'workers'].map((folder) => `./renderer/${folder}`), from: './renderer/app', message: 'Only app assembles; nothing imports it.' },
  { target: './renderer/ui', from: ['db', 'session', 'platform', 'features', 'viewer', 'workers'].map((folder) => `./renderer/${folder}`), message: 'ui has looks and accessibility, no domain and no data.' },
  { target: './renderer/db', from: ['ui', 'session', 'platform', 'features', 'viewer', 'workers'].map((folder) => `./renderer/${folder}`), message: 'db knows Dexie and shared, nothing of the screens.' },
  { target: ['./renderer/viewer', './renderer/session'], from: './renderer/features', message: 'A feature is a screen; what several need lies below it.' },
  { target: ['./shared', './electron', './renderer', './build'], from: './test', message: 'Nothing imports test.' },
  ...['today', 'intake', 'matrix', 'person', 'people', 'binders', 'settings', 'start', 'unlock', 'recovery', 'import', 'bulk', 'exclusions', 'agency', 'calendar', 'planner', 'reminders', 'restore', 'log', 'survey', 'documents'].map((feature) => ({
    target: `./renderer/features/${feature}`,
    from: './renderer/features',
    except: [`./${feature}`],
    message: 'A feature never imports another feature; what two need belongs in ui, session or shared.',
  })),
];

const noRawIpc = (except) => ({
  paths: [
    ...(except === 'ipc' ? [] : [{ name: 'electron', importNames: ['ipcMain'], message: 'Use handle() of electron/ipc.ts: it parses arguments and checks the sender.' }]),
    ...(except === 'preload' ? [] : [{ name: 'electron', importNames: ['ipcRenderer'], message: 'Only electron/preload.ts talks to ipcRenderer.' }]),
  ],
});

const noElectron = { name: 'electron', message: 'The command line and the binder engine run without Electron.' };
const waysOut = {
  regex: 'platform/(desktop|save-table)\\.ts$',
  importNames: ['saveFile', 'saveTable', 'savePagePdf', 'printPage', 'openMail', 'startBinders'],
  message: 'What leaves Muster is logged: use session/use-take-away.ts or session/use-print-job.ts.',
};
const noDexie = ['dexie', 'dexie-react-hooks'].map((name) => ({ name, message: 'Only renderer/db knows Dexie.' }));

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'coverage', 'test-results', '.cache'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.shared.json', './tsconfig.pdf.json', './tsconfig.node.json', './tsconfig.renderer.json', './tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.base.json' })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-imports': ['error', noRawIpc()],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }],
    },
  },
  {
    // A verdict reads neither the clock, nor chance, nor the locale.
    files: ['shared/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
        { object: 'crypto', property: 'randomUUID', message: 'Ids are an argument.' },
      ],
      'no-restricted-syntax': ['error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is an argument.' },
        { selector: "CallExpression[callee.property.name=/^toLocale/]", message: 'A verdict reads no locale.' },
      ],
    },
  },
  { files: ['electron/ipc.ts'], rules: { 'no-restricted-imports': ['error', noRawIpc('ipc')] } },
  { files: ['electron/preload.ts'], rules: { 'no-restricted-imports': ['error', noRawIpc('preload')] } },
  { files: ['electron/cli/**', 'electron/binder/**', 'electron/proof/**'], rules: { 'no-restricted-imports': ['error', { paths: [noElectron] }] } },
  { files: ['renderer/**/*.{ts,tsx}'], ignores: ['renderer/db/**'], rules: { 'no-restricted-imports': ['error', { paths: noDexie }] } },
  // Before an agency is open there is no log to write to; keys, backups and diagnostics write entries of their own, or hold nothing of the agency.
  { files: ['renderer/features/**/*.{ts,tsx}'], ignores: ['renderer/features/{start,recovery,restore,unlock}/**', 'renderer/features/settings/{security,diagnostics,backup}/**'], rules: { 'no-restricted-imports': ['error', { paths: noDexie, patterns: [waysOut] }] } },
  {
    files: ['renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y-x': jsxA11y },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.configs.recommended.rules,
      // Speaks to users of the React Compiler only, which this build does not run.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly' },
    },
  },
);
