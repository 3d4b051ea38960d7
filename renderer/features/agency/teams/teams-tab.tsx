/** Teams of the agency. */
export function TeamsTab() {
  return <h2>Teams</h2>;
}
