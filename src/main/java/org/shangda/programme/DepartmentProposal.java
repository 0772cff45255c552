package org.shangda.programme;

/**
 * A department proposed for a category.
 *
 * @param unit code of the functional department
 * @param clause where its responsibility is laid down
 */
public record DepartmentProposal(String unit, String clause) {}
