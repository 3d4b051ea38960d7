type Parts = { readonly family: string; readonly given: string; readonly middle: string; readonly suffix: string };

const anySuffix = /\b(?:JR|SR|II|III|IV)\b/i;
const atEnd = /^(.*[^\s,])[\s,]+(JR|SR|II|III|IV)\.?$/i;
const anywhere = /^(?:(.*[^\s,])[\s,]+)?(JR|SR|II|III|IV)\.?(?:[\s,]+(\S.*))?$/i;

/**
 * Takes the suffix out of whichever name field it stands in; LEIE puts it in MIDNAME, others after the surname. At the end of a surname or
 * given name, anywhere in a middle name; a surname or given name that is nothing else stays a name. Written in capitals without a full stop.
 * `own` is what a column of its own says: it goes first, and the names then stay as they are only if they carry none.
 * Source: rules.md 5c (JR SR II III IV; a lone V is an initial).
 */
export function takeSuffix(family: string, given: string, middle: string, own = ''): Parts {
  const ownSuffix = own.trim().replace(/[.,]/g, '').toUpperCase();
  const known = /^(?:JR|SR|II|III|IV)$/.test(ownSuffix) ? ownSuffix : '';
  const parts = { family, given, middle, suffix: known };
  // No name is so long; what is may take the patterns long.
  if (family.length + given.length + middle.length > 400) return parts;
  if (!anySuffix.test(middle) && !anySuffix.test(family) && !anySuffix.test(given)) return parts;
  const inFamily = atEnd.exec(family);
  if (inFamily !== null) return { ...parts, family: inFamily[1] ?? '', suffix: known || (inFamily[2] ?? '').toUpperCase() };
  const inMiddle = anywhere.exec(middle);
  if (inMiddle !== null) {
    const rest = [inMiddle[1], inMiddle[3]].filter((piece) => piece !== undefined).join(' ');
    return { ...parts, middle: rest, suffix: known || (inMiddle[2] ?? '').toUpperCase() };
  }
  const inGiven = atEnd.exec(given);
  if (inGiven !== null) return { ...parts, given: inGiven[1] ?? '', suffix: known || (inGiven[2] ?? '').toUpperCase() };
  return parts;
}

const businessWords =
  /\b(?:INC|INCORPORATED|LLC|L\.?L\.?C|LLP|LP|LTD|LIMITED|CORP|CORPORATION|CO|COMPANY|PA|PC|PLLC|PLC|DBA|ASSOCIATES|ASSOC|GROUP|CENTERS?|CENTRE|CLINICS?|HOSPITALS?|PHARMACY|SERVICES?|CARE|HEALTH|HEALTHCARE|HOMES?|HOUSE|AGENCY|SYSTEMS?|SOLUTIONS|ENTERPRISES?|FOUNDATION|LABORATORY|LABORATORIES|LABS?|MEDICAL|THERAPY|COUNSELING|TRANSPORT|TRANSPORTATION|SUPPLY|EQUIPMENT|MANAGEMENT|PARTNERS|TRUST|UNIVERSITY|DEPARTMENT|COUNTY|CITY|STATE|OF|THE|AND)\b|[&\d]/i;

/** Whether a name is surely a business's: a legal form, a word no person is called, an ampersand or a figure. */
export const isBusinessName = (name: string): boolean => businessWords.test(name.replace(/\./g, ''));
