package org.shangda.programme;

/**
 * A department proposed for a category.
 *
 * @param unit code of the functional department
 * @param clause where its responsibility is laid down
 * @param emergency whether it is called first, whatever the danger is: whoever is in danger chooses no category
 */
public record DepartmentProposal(String unit, String clause, boolean emergency) {}
