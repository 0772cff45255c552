/** By how much time is left: a mark beside the words, for whoever sees no colours. */
export const TIME_MARKS = { overdue: '■', today: '▲', soon: '▲', left: '●', rests: '‖' };
