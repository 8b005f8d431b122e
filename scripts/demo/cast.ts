/** Who and what the story is about. */
export const work = 'sluicegate'
export const person = 'Ada Diaz'
