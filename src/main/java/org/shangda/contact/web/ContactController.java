package org.shangda.contact.web;

import java.security.Principal;
import java.util.List;
import org.shangda.contact.ContactView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties and contacts over HTTP, each as much as is the caller's to see. */
@RestController
@RequestMapping("/api")
class ContactController {

    private final ContactView view;

    ContactController(ContactView view) {
        this.view = view;
    }

    /**
     * Sheets of duties, the latest first.
     *
     * @param person {@code me}, or the staff number of somebody for whose unit the caller answers
     */
    @GetMapping("/duties")
    List<ContactView.Sheet> duties(@RequestParam(defaultValue = "me") String person, Principal caller) {
        return view.sheetsOf(person.equals("me") ? caller.getName() : person, caller.getName());
    }

    /**
     * Contacts of a pair, the latest first.
     *
     * @param pair its number
     */
    @GetMapping("/contacts")
    List<ContactView.Entry> contacts(@RequestParam String pair, Principal caller) {
        return view.contactsOf(pair, caller.getName());
    }

    /** The caller's event talks, as talker or as the person. */
    @GetMapping("/event-talks")
    List<ContactView.Talk> talks(Principal caller) {
        return view.talksOf(caller.getName());
    }
}
