import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { faceNames, openFaces, type FaceName, type Faces } from '../../shared/pdf/faces.ts';
// The complete font file of each face, unmodified, under the Open Font License; build/tasks/binder-assets.mjs reads it too.
import fonts from './fonts.json';

/** Where a face's file is: in `fonts` beside the built program, else in the package it was installed with. */
export function fontPath(face: FaceName): string {
  const file = fonts[face];
  let folder = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(folder, 'fonts', path.basename(file));
  if (existsSync(beside)) return beside;
  for (;;) {
    const installed = path.join(folder, 'node_modules', file);
    if (existsSync(installed)) return installed;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`The font file ${file} is not installed`);
    folder = parent;
  }
}

/** Opens the binder's faces; a file is read when its face is first needed. */
export function installedFaces(): Faces {
  const reading = (face: FaceName) => [face, (): Uint8Array => readFileSync(fontPath(face))] as const;
  return openFaces(Object.fromEntries(faceNames.map(reading)) as Record<FaceName, () => Uint8Array>);
}
