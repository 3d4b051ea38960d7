import { rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * electron-builder leaves a given Electron folder as it found it. The small application that opens a checkout has no place
 * in a package: with the app's archive gone, Electron would start that one instead.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  await rm(path.join(resources, 'default_app.asar'), { force: true });
  await rm(path.join(context.appOutDir, 'version'), { force: true });
}
