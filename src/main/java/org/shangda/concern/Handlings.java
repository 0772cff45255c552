package org.shangda.concern;

import org.springframework.data.jpa.repository.JpaRepository;

interface Handlings extends JpaRepository<Handling, Long> {}
