package org.shangda.words;

import java.util.List;

/** Which kinds of codes a module names in the table of words. A row of any other kind would be read by nobody. */
public interface WordKinds {

    List<WordKind> wordKinds();
}
