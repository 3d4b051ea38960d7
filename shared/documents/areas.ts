/** An area of a page, in shares of its width and height from its top left corner. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** How far a page is turned clockwise, besides what its file says. */
export type Degrees = 0 | 90 | 180 | 270;

/** Where an area of a page lies once the page is turned clockwise by so many degrees: marks are kept for the page as the file shows it, people look at the turned one. */
export function turnedArea({ left, top, width, height }: Area, degrees: Degrees): Area {
  switch (degrees) {
    case 0:
      return { left, top, width, height };
    case 90:
      return { left: 1 - top - height, top: left, width: height, height: width };
    case 180:
      return { left: 1 - left - width, top: 1 - top - height, width, height };
    case 270:
      return { left: top, top: 1 - left - width, width: height, height: width };
  }
}

const back: Readonly<Record<Degrees, Degrees>> = { 0: 0, 90: 270, 180: 180, 270: 90 };

/** The area of the page as the file shows it, of one seen on the turned page; the way back of `turnedArea`. */
export const areaBefore = (area: Area, degrees: Degrees): Area => turnedArea(area, back[degrees]);

/** An area that lies on the page: moved in where it hangs out, never smaller than `least` and never larger than the page. */
export function onPage({ left, top, width, height }: Area, least = 0.004): Area {
  const [w, h] = [Math.min(1, Math.max(least, width)), Math.min(1, Math.max(least, height))];
  return { left: Math.min(Math.max(0, left), 1 - w), top: Math.min(Math.max(0, top), 1 - h), width: w, height: h };
}
