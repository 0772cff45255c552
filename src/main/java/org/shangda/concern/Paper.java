package org.shangda.concern;

import org.shangda.refusal.Text;

/** Something that is added in words: what the colleague was asked, or an opinion. */
public record Paper(@Text(max = 20_000) String words) {}
