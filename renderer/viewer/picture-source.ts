import type { Degrees } from '../../shared/documents/areas.ts';
import { paintedScale, type PageSize, type PageSource } from './page-source.ts';

/** A sheet of US Letter, which a picture is shown at the size of. */
const sheet: PageSize = { width: 612, height: 792 };

/** As large as it goes on a sheet, standing or lying as the picture does. */
function sizeOn({ width, height }: PageSize): PageSize {
  const paper = width > height ? { width: sheet.height, height: sheet.width } : sheet;
  const scale = Math.min(paper.width / width, paper.height / height);
  return { width: width * scale, height: height * scale };
}

/** Pictures as pages, one each. They are freed when the source is closed. */
export function pictureSource(pictures: readonly ImageBitmap[]): PageSource {
  const picture = (page: number): ImageBitmap => {
    const found = pictures[page - 1];
    if (found === undefined) throw new Error(`There is no page ${page} of ${pictures.length}`);
    return found;
  };
  return {
    pages: pictures.length,
    sizeOf: (page) => Promise.resolve(sizeOn(picture(page))),
    paint: (page, canvas, { scale, turn }, signal) => {
      signal.throwIfAborted();
      const bitmap = picture(page);
      const size = sizeOn(bitmap);
      paintTurned(canvas, bitmap, { width: size.width * paintedScale(size, scale), height: size.height * paintedScale(size, scale) }, turn);
      return Promise.resolve();
    },
    textOf: () => Promise.resolve([]),
    close: () => {
      for (const each of pictures) each.close();
    },
  };
}

function paintTurned(canvas: HTMLCanvasElement, bitmap: ImageBitmap, { width, height }: PageSize, turn: Degrees): void {
  const lying = turn === 90 || turn === 270;
  canvas.width = Math.max(1, Math.round(lying ? height : width));
  canvas.height = Math.max(1, Math.round(lying ? width : height));
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.imageSmoothingQuality = 'high';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(bitmap, -width / 2, -height / 2, width, height);
}
