import { inPosts } from './batch.js';
import type { Dispatch } from './dispatch-book.js';
import type { DeliveryHabit, DeliveryHabits } from './delivery-habits.js';

/** Updates that wait to travel together, and go out in the order and the numbers their habit says. */
export class Gatherer {
  private readonly waiting = new Map<DeliveryHabit, Dispatch[]>();
  private readonly timers = new Map<DeliveryHabit, NodeJS.Timeout>();

  constructor(
    private readonly habits: DeliveryHabits,
    private readonly post: (dispatches: Dispatch[], habit: DeliveryHabit) => void,
  ) {}

  add(dispatch: Dispatch, habit: DeliveryHabit): void {
    const gathered = [...(this.waiting.get(habit) ?? []), dispatch];
    this.waiting.set(habit, gathered);
    if (habit.hold) return;
    // What is to change places needs company beyond its own POST: only time ends that wait.
    if (habit.order === 'kept' && gathered.length >= habit.batch) this.flush(habit);
    else if (!this.timers.has(habit))
      this.timers.set(
        habit,
        setTimeout(() => this.flush(habit), habit.gatherMs),
      );
  }

  /** Lets everything out. @returns how many updates were waiting */
  release(): number {
    let released = 0;
    for (const habit of [...this.waiting.keys()]) released += this.flush(habit);
    return released;
  }

  drop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    this.waiting.clear();
  }

  private flush(habit: DeliveryHabit): number {
    clearTimeout(this.timers.get(habit));
    this.timers.delete(habit);
    const gathered = this.waiting.get(habit) ?? [];
    this.waiting.delete(habit);
    for (const post of inPosts(this.habits.ordered(gathered, habit.order), habit.batch)) this.post(post, habit);
    return gathered.length;
  }
}
