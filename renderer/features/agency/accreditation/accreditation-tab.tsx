/** Accreditation of the agency. */
export function AccreditationTab() {
  return <h2>Accreditation</h2>;
}
