package org.shangda.pairing;

import org.springframework.data.jpa.repository.JpaRepository;

interface Willingnesses extends JpaRepository<Willingness, String> {}
