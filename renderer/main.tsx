import '@fontsource-variable/inter/opsz.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { StorageHeld } from './app/storage-held.tsx';
import { finishRenewal } from './db/storage-renewal.ts';
import { setAside } from './platform/desktop.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// Before anything opens a database: while records are set aside, the storage does not count.
const inPlace = await finishRenewal(setAside);
createRoot(root).render(
  <StrictMode>
    {inPlace.ok ? <App /> : <StorageHeld failure={inPlace.error} />}
  </StrictMode>,
);
