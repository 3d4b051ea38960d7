import { fail, ok, type Result } from '../result.ts';
import { uprightOf } from './exif.ts';
import type { Measured } from './jpeg.ts';
import { writePng } from './png.ts';
import type { DocumentProblem } from './problem.ts';
import { readDirectories, tag, type Directory } from './tiff-directory.ts';
import { jpegOfPage } from './tiff-jpeg.ts';
import { jpegPacked, layoutOf, unpackRows, valueOf, type Layout } from './tiff-rows.ts';

/**
 * One page as a picture other programs show, JPEG or PNG. `stretch` is how much taller than wide a point is: a fax of normal
 * resolution has points twice as high as wide.
 */
export type TiffPage = Measured & { readonly type: 'jpg' | 'png'; readonly bytes: Uint8Array; readonly stretch: number };

/** An open TIFF. A page, from 1, is unpacked when it is asked for: all at once would take gigabytes. */
export type TiffFile = { readonly pages: number; readonly page: (number: number) => Result<TiffPage, DocumentProblem> };

/** Opens a TIFF: scans and faxes of every usual packing, several pages, turned by their tag. Failures as of `readDirectories`. */
export function tiffPages(bytes: Uint8Array): Result<TiffFile, DocumentProblem> {
  const read = readDirectories(bytes);
  if (!read.ok) return read;
  return ok({
    pages: read.value.length,
    page: (number) => {
      const directory = read.value[number - 1];
      return directory === undefined ? fail({ code: 'damaged' }) : pictureOfPage(bytes, directory);
    },
  });
}

/** What keeps a page of a TIFF from being shown, found without making a picture of it. */
export function checkTiffPage(bytes: Uint8Array, directory: Directory): DocumentProblem | null {
  const layout = layoutOf(directory, bytes.length);
  if (!layout.ok) return layout.error;
  const unpacked = layout.value.compression === jpegPacked ? jpegOfPage(bytes, directory, layout.value) : shown(bytes, directory, layout.value);
  return unpacked.ok ? null : unpacked.error;
}

function pictureOfPage(bytes: Uint8Array, directory: Directory): Result<TiffPage, DocumentProblem> {
  const layout = layoutOf(directory, bytes.length);
  if (!layout.ok) return layout;
  const { width, height } = layout.value;
  const [x, y] = [valueOf(directory, tag.xResolution, 0), valueOf(directory, tag.yResolution, 0)];
  // What no scanner has is a slip of the program that wrote it.
  const ratio = x > 0 && y > 0 ? x / y : 1;
  const about = { width, height, upright: uprightOf(valueOf(directory, tag.orientation, 1)), stretch: ratio >= 0.25 && ratio <= 4 ? ratio : 1 };
  if (layout.value.compression === jpegPacked) {
    const jpeg = jpegOfPage(bytes, directory, layout.value);
    return jpeg.ok ? ok({ ...about, type: 'jpg', bytes: jpeg.value }) : jpeg;
  }
  const rows = shown(bytes, directory, layout.value);
  return rows.ok ? ok({ ...about, type: 'png', bytes: writePng({ width, height, ...rows.value }) }) : rows;
}

type Shown = { readonly bits: 1 | 8; readonly colours: 1 | 3; readonly rows: Uint8Array };

/** The rows as grey or colors of 8 bits, or black and white of one. */
function shown(bytes: Uint8Array, directory: Directory, layout: Layout): Result<Shown, DocumentProblem> {
  const { bits, samples, width, height } = layout;
  const photometric = valueOf(directory, tag.photometric, layout.compression >= 2 && layout.compression <= 4 ? 0 : 1);
  const least = photometric === 2 ? 3 : photometric === 5 ? 4 : 1;
  const palette = directory.tags.get(tag.palette) ?? [];
  if (![0, 1, 2, 3, 5].includes(photometric)) return fail({ code: 'unsupported', what: 'a TIFF of rare colors' });
  if (samples < least || (photometric === 3 && palette.length < 3 * 2 ** bits)) return fail({ code: 'damaged' });
  if (photometric === 3 && bits > 8) return fail({ code: 'unsupported', what: 'a TIFF of rare colors' });
  const unpacked = unpackRows(bytes, directory, layout);
  if (!unpacked.ok) return unpacked;
  const rows = unpacked.value;
  if (bits === 1 && photometric < 2) return ok({ bits: 1, colours: 1, rows: photometric === 0 ? rows.map((byte) => ~byte) : rows });
  const colours = photometric < 2 ? 1 : 3;
  const out = new Uint8Array(width * height * colours);
  const stride = Math.ceil((width * bits * samples) / 8);
  const most = 2 ** Math.min(bits, 8) - 1;
  /** A value of a point, of at most 8 bits: of 16 the higher ones. */
  const value = (row: number, point: number, sample: number): number => {
    if (bits >= 8) return rows[row * stride + (point * samples + sample) * (bits / 8)] ?? 0;
    return ((rows[row * stride + ((point * bits) >> 3)] ?? 0) >> (8 - bits - ((point * bits) & 7))) & most;
  };
  const alphaAt = photometric !== 3 && samples > least && (valueOf(directory, tag.extraSamples, 0) === 1 || valueOf(directory, tag.extraSamples, 0) === 2) ? least : -1;
  const laidOnWhite = valueOf(directory, tag.extraSamples, 0) === 1;
  for (let row = 0; row < height; row += 1) {
    for (let point = 0; point < width; point += 1) {
      const to = (row * width + point) * colours;
      const alpha = alphaAt < 0 ? 1 : value(row, point, alphaAt) / 255;
      for (let color = 0; color < colours; color += 1) {
        const raw = value(row, point, photometric === 3 ? 0 : color);
        const light = photometric === 3
          ? (palette[color * 2 ** bits + raw] ?? 0) >> 8
          : photometric === 5
            ? ((255 - raw) * (255 - value(row, point, 3))) / 255
            : photometric === 0 ? 255 - (raw * 255) / most : (raw * 255) / most;
        out[to + color] = alpha === 1 ? Math.round(light) : Math.round((laidOnWhite ? light : light * alpha) + 255 * (1 - alpha));
      }
    }
  }
  return ok({ bits: 8, colours, rows: out });
}
