package org.shangda.engine.door;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shangda.work.Answer;
import org.shangda.work.WorkItem;

/**
 * What the product brings along, with which diagrams, tables and forms must agree.
 *
 * @param starts how cases may set out, by the id of the process
 * @param steps what each may tell, by the name of its bean
 * @param forms the shipped ones, by file name: they name all that their pages give
 */
public record Product(
        Collection<WorkItem<?>> items,
        Collection<Starter> starters,
        Map<String, List<Answer>> starts,
        Collection<Contract> contracts,
        Map<String, List<Answer>> steps,
        Collection<TableShape> shapes,
        Map<String, byte[]> forms) {

    Map<String, FormFile> shippedForms() {
        Map<String, FormFile> byId = new LinkedHashMap<>();
        Proposal.of(forms).forms().forEach(form -> byId.put(form.id(), form));
        return byId;
    }
}
