import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu, which on Windows and Linux is never seen (the title bar is the page's) but carries the keys a person expects:
 * editing, zoom, full screen. Reloading and the tools window exist only while developing.
 */
export function setMenu(developing: boolean): void {
  const mac = process.platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    // Ctrl+= is what the key says; the role alone listens to Ctrl+Shift+=.
    { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = developing ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: [mac ? { role: 'close' } : { role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: [...view, ...tools] },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
