export interface SlaService {
  /**
   * Looks at the tickets whose clocks have turned amber or run out since they were last looked at: the assignee is warned, the desk's
   * supervisors are told of a breach, each once, as events of the ticket.
   *
   * @param limit how many tickets at most. @returns how many were looked at.
   */
  watch(now: Date, limit: number): Promise<number>;
}
