package org.shangda.pairing;

/** What a pairing needs of whatever moves it along its way. */
public interface PairingProcess {

    /** A pairing sets out, in the transaction in which it was stored. */
    void setOut(Turn turn);

    /** Nobody carries the pair any longer: somebody is to be found. */
    void carrierGone(String number);

    /** It is over, whatever was under way. */
    void over(String number);
}
