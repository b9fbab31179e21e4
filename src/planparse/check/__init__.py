"""Samples and the records expected of them: do they still agree?"""
