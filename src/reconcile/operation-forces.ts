/** Who is counted when an operation's own forces are, of whatever armies: a subject that no report writes. */
export const OPERATION_FORCES = 'forces of the operation'
