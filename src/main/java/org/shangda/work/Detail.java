package org.shangda.work;

/**
 * What a list shows of one piece of work beside its {@link Card}, read for those alone that are on the page.
 *
 * @param raiser name of whoever raised it, or that it is withheld; null where the reader is not told
 * @param newest the latest thing that was said or done; null where the reader is not told
 * @param preview what is to be decided on, in full, where several may be decided on at once; else null
 * @param together how many cases are decided with this one, itself among them; 0 where it is alone
 */
public record Detail(String raiser, String newest, String preview, int together) {

    public static final Detail NONE = new Detail(null, null, null, 0);
}
