/**
 * Whether ten digits are a National Provider Identifier with a valid check digit: Luhn over the prefix 80840 and the number.
 * Source: the NPI standard's check digit (rules LA-NPI; general knowledge, marked "verify" where it is shown).
 */
export function isValidNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const digits = `80840${text}`;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
