/** What those see who watch from outside: figures for Prometheus and the health group {@code work} (adr/0058). */
package org.shangda.monitoring.outside;
