import type { BrowserWindow, TitleBarOverlayOptions } from 'electron';

/** The colours of the shell's title bar: the page's `app` background and `text`, so that the system's buttons belong to it. */
const themes = {
  light: { color: '#F4F5F7', symbolColor: '#15181D', surface: '#FFFFFF' },
  dark: { color: '#121417', symbolColor: '#E8EAED', surface: '#1A1D21' },
} as const;

export type Theme = keyof typeof themes;

const height = 40;

/** What a window shows before its page has painted. */
export function backgroundOf(theme: Theme): string {
  return themes[theme].surface;
}

export function titleBarOverlay(theme: Theme): TitleBarOverlayOptions {
  return { color: themes[theme].color, symbolColor: themes[theme].symbolColor, height: height - 1 };
}

/** Repaints the system's buttons. On macOS they are the traffic lights, which follow the system by themselves. */
export function paintTitleBar(window: Pick<BrowserWindow, 'setBackgroundColor' | 'setTitleBarOverlay'>, theme: Theme): void {
  window.setBackgroundColor(backgroundOf(theme));
  if (process.platform !== 'darwin') window.setTitleBarOverlay(titleBarOverlay(theme));
}
