package org.shangda.concern;

import java.util.List;
import org.shangda.refusal.Text;

/**
 * What the colleague adds when they are asked.
 *
 * @param files ids of files that they have uploaded and not used yet
 */
public record Supplement(@Text(max = 20_000) String words, List<@Text(max = 64) String> files) {}
