import { invalid, type OpeningSlot } from '#contracts';

/**
 * Checks a week's opening hours and puts them in the order of the week.
 * @throws DomainError VALIDATION_FAILED naming `hours.<place in the list>` of each slot that closes before it opens, or overlaps one before it
 */
export function openingWeek(hours: readonly OpeningSlot[]): OpeningSlot[] {
  const problems = hours.flatMap((slot, place) => {
    const field = `hours.${place}`;
    // `HH:MM` sorts as text, 24:00 last.
    if (slot.closes <= slot.opens) return [{ field, problem: 'must close after it opens' }];
    const overlaps = hours
      .slice(0, place)
      .some((other) => other.weekday === slot.weekday && other.opens < slot.closes && slot.opens < other.closes);
    return overlaps ? [{ field, problem: 'overlaps another slot of the day' }] : [];
  });
  if (problems.length > 0) throw invalid('the opening hours contradict themselves', problems);
  return [...hours].sort((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
}
