/** The agency itself: its papers, accreditation, teams and fidelity. */
export function AgencyPage() {
  return <h2>Agency</h2>;
}
