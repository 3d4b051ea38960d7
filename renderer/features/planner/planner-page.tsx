/** A hire date and its consequences; survey day if nothing is done. */
export function PlannerPage() {
  return <h2>Planner</h2>;
}
