/** Networks of fully connected layers, and the gradient descent that trains them, to a pinned numeric contract. */
package rote.network;
