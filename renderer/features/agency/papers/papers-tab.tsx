/** Papers of the agency. */
export function PapersTab() {
  return <h2>Papers</h2>;
}
