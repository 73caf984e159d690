"""Who said what to whom: recommendations and conclusions, in sentences that carry on a speech.

words        which words steer a speech, where they stand, and the clauses that they part
parties      who speaks and who must act
judgements   praise and blame
frames       where speech begins: who says it, with which verb
tasks        what is asked for: where each task begins and ends
speech       one stretch of speech to its records (recorder, task_records, assessment_records), with the article's
             state: speaker, addressee, act
reader       an article, sentence by sentence: read this first
"""
