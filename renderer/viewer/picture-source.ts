import { pictureOf, uprightSize, type Picture } from '../../shared/documents/picture.ts';
import type { DocumentKind, DocumentProblem } from '../../shared/documents/problem.ts';
import { tiffPages } from '../../shared/documents/tiff.ts';
import { turnedBy, type Turn } from '../../shared/documents/turns.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { paintedScale, type PageSize, type PageSource } from './page-source.ts';

/** A sheet of US Letter, which a picture is shown at the size of. */
const sheet: PageSize = { width: 612, height: 792 };
/** Decoded pictures kept at a time: those in view and their neighbours. A page of a colour scan is 35 MB. */
const kept = 6;

/** As large as it goes on a sheet, standing or lying as the picture does. */
function sizeOn({ width, height }: PageSize): PageSize {
  const paper = width > height ? { width: sheet.height, height: sheet.width } : sheet;
  const scale = Math.min(paper.width / width, paper.height / height);
  return { width: width * scale, height: height * scale };
}

/** The pages of a picture file. Each is unpacked when it is first asked for. Fails where there is no first page to be had. */
export async function openPictures(bytes: Uint8Array<ArrayBuffer>, kind: Exclude<DocumentKind, 'pdf' | 'kept'>): Promise<Result<PageSource, DocumentProblem>> {
  const file = kind === 'tiff' ? tiffPages(bytes) : null;
  if (file?.ok === false) return file;
  const read = (page: number): Result<Picture, DocumentProblem> => (file === null ? pictureOf(bytes, kind) : file.value.page(page));
  const first = read(1);
  if (!first.ok) return first;
  const bitmaps = new Map<number, Promise<{ readonly picture: Picture; readonly bitmap: ImageBitmap }>>();
  const sizes = new Map<number, PageSize>();
  const drop = (page: number): void => {
    void bitmaps.get(page)?.then(({ bitmap }) => bitmap.close(), () => undefined);
    bitmaps.delete(page);
  };
  const bitmapOf = (page: number): Promise<{ readonly picture: Picture; readonly bitmap: ImageBitmap }> => {
    const known = bitmaps.get(page);
    bitmaps.delete(page);
    const made = known ?? decoded(page === 1 ? first : read(page));
    // The last used stands last; the first goes.
    bitmaps.set(page, made);
    const [oldest] = bitmaps.keys();
    if (bitmaps.size > kept && oldest !== undefined) drop(oldest);
    return made;
  };
  try {
    await bitmapOf(1);
  } catch {
    return fail({ code: 'damaged' });
  }
  return ok({
    pages: file === null ? 1 : file.value.pages,
    sizeOf: (page) => {
      const known = sizes.get(page);
      if (known !== undefined) return Promise.resolve(known);
      const picture = page === 1 ? first : read(page);
      if (!picture.ok) return Promise.reject(new Error(picture.error.code));
      const size = sizeOn(uprightSize(picture.value));
      sizes.set(page, size);
      return Promise.resolve(size);
    },
    paint: async (page, canvas, { scale, turn }, signal) => {
      const { picture, bitmap } = await bitmapOf(page);
      signal.throwIfAborted();
      const size = sizeOn(uprightSize(picture));
      paintUpright(canvas, picture, bitmap, paintedScale(size, scale), turn);
    },
    textOf: () => Promise.resolve([]),
    close: () => {
      for (const page of [...bitmaps.keys()]) drop(page);
    },
  });
}

async function decoded(read: Result<Picture, DocumentProblem>): Promise<{ readonly picture: Picture; readonly bitmap: ImageBitmap }> {
  if (!read.ok) throw new Error(read.error.code);
  const { bytes, type } = read.value;
  // As stored: turning it upright is done here, the way a binder does it.
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: type === 'jpg' ? 'image/jpeg' : 'image/png' }), { imageOrientation: 'none' });
  return { picture: read.value, bitmap };
}

function paintUpright(canvas: HTMLCanvasElement, picture: Picture, bitmap: ImageBitmap, scale: number, turn: Turn): void {
  const { upright } = picture;
  const size = sizeOn(uprightSize(picture));
  const shown = turn % 180 === 0 ? size : { width: size.height, height: size.width };
  canvas.width = Math.max(1, Math.round(shown.width * scale));
  canvas.height = Math.max(1, Math.round(shown.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return;
  const all = turnedBy(upright.turn, turn);
  const [width, height] = all % 180 === 0 ? [canvas.width, canvas.height] : [canvas.height, canvas.width];
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((all * Math.PI) / 180);
  if (upright.mirrored) context.scale(-1, 1);
  context.drawImage(bitmap, -width / 2, -height / 2, width, height);
}
