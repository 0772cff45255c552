package org.shangda.work;

/** A page of the product that is for some people only; the way to it is shown to them. */
public interface OwnPage {

    /** As its file is named, without the ending. */
    String name();

    /** Whether there is something on it for the person. The page itself asks again. */
    boolean isFor(String person);
}
