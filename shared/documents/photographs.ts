import { concatTransformationMatrix, drawObject, PDFDocument, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../result.ts';
import { pictureOf, uprightMatrix, uprightSize, type Picture } from './picture.ts';
import type { DocumentProblem } from './problem.ts';
import { sniff } from './sniff.ts';
import { readDirectories } from './tiff-directory.ts';

/** Pictures that become one document: JPEG, PNG or TIFF, in the order of their pages. */
export type PictureFile = { readonly name: string; readonly bytes: Uint8Array };

/** Which file stood in the way, counted from 0, and why. */
export type PictureFileProblem = { readonly at: number; readonly name: string; readonly problem: DocumentProblem };

/** US Letter in points, and what stays white around a picture. */
const [short, long, margin] = [612, 792, 18] as const;
/** A small picture is not blown up beyond this coarseness, in its points an inch. */
const coarsest = 100;

/**
 * Photographs as one PDF, a page each: every picture upright by its own tag, on a sheet that stands or lies as it does, JPEGs with
 * the very bytes they came with. Same files, same bytes. A TIFF brings all its pages. Nothing is made when one cannot be read.
 */
export async function photographsToPdf(files: readonly PictureFile[], progress?: (done: number, total: number) => void): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }, PictureFileProblem>> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const [at, { name, bytes }] of files.entries()) {
    const refused = (problem: DocumentProblem): Result<never, PictureFileProblem> => fail({ at, name, problem });
    if (bytes.length === 0) return refused({ code: 'empty' });
    const { kind, is } = sniff(bytes);
    if (kind === 'pdf' || kind === 'kept') return refused({ code: 'unsupported', what: is });
    const directories = kind === 'tiff' ? readDirectories(bytes) : ok([null]);
    if (!directories.ok) return refused(directories.error);
    for (let page = 1; page <= directories.value.length; page += 1) {
      const picture = pictureOf(bytes, kind, page);
      if (!picture.ok) return refused(picture.error);
      try {
        await addPicture(document, picture.value);
      } catch {
        return refused({ code: 'damaged' });
      }
    }
    progress?.(at + 1, files.length);
  }
  if (document.getPageCount() === 0) return fail({ at: 0, name: '', problem: { code: 'no-pages' } });
  const pages = document.getPageCount();
  return ok({ bytes: await document.save({ updateFieldAppearances: false }), pages });
}

async function addPicture(document: PDFDocument, picture: Picture): Promise<void> {
  const image = picture.type === 'jpg' ? await document.embedJpg(picture.bytes) : await document.embedPng(picture.bytes);
  const size = uprightSize(picture);
  const [width, height] = size.width > size.height ? [long, short] : [short, long];
  const scale = Math.min((width - 2 * margin) / size.width, (height - 2 * margin) / size.height, 72 / coarsest);
  const [across, up] = [size.width * scale, size.height * scale];
  const page = document.addPage([width, height]);
  const name = page.node.newXObject('Picture', image.ref);
  const matrix = uprightMatrix(picture, { left: (width - across) / 2, bottom: (height - up) / 2, width: across, height: up });
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...matrix), drawObject(name), popGraphicsState());
}
