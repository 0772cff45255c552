/**
 * What an open form needs of the page around it. config.js lists this script alone: a module that is loaded under two
 * addresses is there twice, with two states, and the webapp adds "?bust=…" to those that it loads itself.
 */
import './leaving.js';
import './sending.js';
import './session.js';
import './draft.js';
import '../../../shangda/links.js';
import './dropped-connection.js';
