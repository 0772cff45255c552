package org.shangda.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.university.Answering;
import org.shangda.university.InPlace;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.Signing;
import org.shangda.university.Unit;
import org.shangda.university.University;

/** A university that a test can change at will. */
class SmallUniversity implements University {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Answering> handlers = new LinkedHashMap<>();

    SmallUniversity person(String id, String name) {
        people.put(id, new Person(id, name, "b1", false, null, null));
        return this;
    }

    SmallUniversity leaves(String id) {
        people.remove(id);
        return this;
    }

    SmallUniversity unit(String code, String name, String... handlerIds) {
        units.put(code, new Unit(code, name, "college", null, null, null, null));
        return answers(code, code, true, handlerIds);
    }

    SmallUniversity answers(String code, String by, boolean whole, String... handlerIds) {
        List<Person> answering = new ArrayList<>();
        for (String id : handlerIds) {
            answering.add(people.get(id));
        }
        handlers.put(code, new Answering(units.get(by), answering, whole));
        return this;
    }

    SmallUniversity dissolved(String code) {
        units.remove(code);
        return this;
    }

    @Override
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    @Override
    public List<Unit> units() {
        return List.copyOf(units.values());
    }

    @Override
    public Answering handlersOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        return handlers.get(unitCode);
    }

    @Override
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public String nameOf(String personId) {
        return person(personId).map(Person::name).orElse(personId);
    }

    @Override
    public List<Unit> lineOf(String unitCode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Unit> collegeOf(String unitCode) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Answering headOf(String unitCode, Set<String> without, Set<String> notInPlace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Answering> signersOf(String unitCode, Set<String> without, Set<String> notInPlace, Signing post) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Answering> lineLeadersOf(String unitCode, Set<String> without) {
        return Optional.empty();
    }

    @Override
    public Optional<InPlace> inPlaceOf(String personId, String unitCode, Set<String> without) {
        return Optional.empty();
    }

    @Override
    public boolean isAway(String personId) {
        return false;
    }

    @Override
    public Set<String> unitsAnsweredBy(String personId) {
        return Set.of();
    }

    @Override
    public List<Office> officesOf(String personId) {
        return List.of();
    }

    @Override
    public List<Person> holders(String unitCode, String role) {
        return List.of();
    }

    @Override
    public Named named(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public University on(LocalDate day) {
        return this;
    }
}
