package org.shangda.concern;

import java.time.LocalDate;
import java.util.List;
import org.shangda.refusal.Text;

/**
 * What a handler fills in. Which fields an exit asks for is in {@link Exit}.
 *
 * @param exit code of the exit
 * @param words the answer, the reason, the question: what is said with the exit
 * @param tried what was tried, when passing up
 * @param channel another channel, from the closed list of {@link Exit.Channel}
 * @param unit code of a unit: the department, the lead unit, the unit held responsible
 * @param units codes of the units that assist, at most five
 * @param on the day of review
 * @param settled what became of the matter, and the others: see {@link ClosingInput}
 */
public record ExitInput(
        @Text(max = 40) String exit,
        @Text(max = 20_000, required = false) String words,
        @Text(max = 20_000, required = false) String tried,
        @Text(max = 40, required = false) String channel,
        @Text(max = 32, required = false) String unit,
        List<@Text(max = 32) String> units,
        LocalDate on,
        @Text(max = 40, required = false) String settled,
        @Text(max = 2_000, required = false) String settledBecause,
        List<@Text(max = 40) String> checks,
        @Text(max = 2_000, required = false) String checksBecause)
        implements ClosingInput {}
