'use strict';
/**
 * Runs inside Electron: draws icon.svg at each size asked for and writes the PNGs. Chromium is the one SVG renderer that is
 * at hand wherever this project is built.
 */
const fs = require('node:fs');
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

const [svgFile, folder, ...sizes] = process.argv.slice(-Number(process.env.MUSTER_ICON_WORDS));

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<meta charset=utf-8>');
  const svg = Buffer.from(fs.readFileSync(svgFile)).toString('base64');
  for (const size of sizes.map(Number)) {
    const png = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image(${size}, ${size});
      image.src = 'data:image/svg+xml;base64,${svg}';
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = ${size};
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      return canvas.toDataURL('image/png').split(',')[1];
    })()`);
    fs.writeFileSync(path.join(folder, `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.exit(0);
}).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
});
