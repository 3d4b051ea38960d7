/** Every deadline of people, exclusion checks and the agency. */
export function CalendarPage() {
  return <h2>Calendar</h2>;
}
