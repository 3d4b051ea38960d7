/** Fidelity of the agency. */
export function FidelityTab() {
  return <h2>Fidelity</h2>;
}
