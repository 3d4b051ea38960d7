/** Which licences may ship in a closed program that is installed on other people's machines. Anything else stops the package. */

/** Licences that ask for nothing but that their text and the names stay; fonts under the OFL ask that they are not sold alone. */
export const ALLOWED = Object.freeze([
  '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib',
]);

/**
 * Packages whose package.json names no licence, read by hand: exactly this version, and where the text stands.
 * @type {Readonly<Record<string, { licence: string, seen: string }>>}
 */
export const READ_BY_HAND = Object.freeze({
  'png-js@2.0.0': { licence: 'MIT', seen: 'LICENSE in the package' },
});

/**
 * Whether an SPDX expression can be met with the allowed licences: of an OR one side, of an AND both. What cannot be read is
 * not allowed.
 * @param {string} expression @param {readonly string[]} [allowed] @returns {boolean}
 */
export function isAllowed(expression, allowed = ALLOWED) {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const either = () => {
    let met = both();
    while (tokens[at] === 'OR') {
      at += 1;
      const other = both();
      met = met || other;
    }
    return met;
  };
  /** @returns {boolean} */
  const both = () => {
    let met = one();
    while (tokens[at] === 'AND') {
      at += 1;
      const other = one();
      met = met && other;
    }
    return met;
  };
  /** @returns {boolean} */
  const one = () => {
    if (tokens[at] === '(') {
      at += 1;
      const met = either();
      if (tokens[at] !== ')') throw new SyntaxError('a parenthesis is not closed');
      at += 1;
      return met;
    }
    const name = tokens[at];
    if (name === undefined || name === ')' || name === 'OR' || name === 'AND' || name === 'WITH') throw new SyntaxError('a licence is missing');
    at += 1;
    // An exception only ever gives more than the licence alone.
    if (tokens[at] === 'WITH') at += 2;
    return allowed.includes(name);
  };
  try {
    const met = either();
    return at === tokens.length && met;
  } catch {
    return false;
  }
}

/**
 * @typedef {{ name: string, version: string, licence: string | null }} Licensed
 * @param {readonly Licensed[]} packages
 * @returns {string[]} a line for each that may not ship; none: all may
 */
export function refusedLicences(packages) {
  return packages
    .filter(({ licence }) => licence === null || !isAllowed(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence === null ? 'names no licence' : licence}`);
}
